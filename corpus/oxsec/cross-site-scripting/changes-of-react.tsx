import React, { ChangeEvent } from 'react';

export function Field() {
  const one = (event: React.ChangeEvent) => { document.body.innerHTML = event.target.value; };
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  const other = (event: ChangeEvent) => { document.body.innerHTML = event.target.value; };
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  return <input onChange={one} onBlur={other} />;
}
