import React, { useState } from 'reactt';
//@1 violationDetected
import { h } from 'preact';
//@1 violationDetected

export function Counter() {
  const [count, setCount] = useState(0);
  return <button onClick={() => setCount(count + 1)}>{count}</button>;
}

export const legacy = () => h(React.Fragment, null);
