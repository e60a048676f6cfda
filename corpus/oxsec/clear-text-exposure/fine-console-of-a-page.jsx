// safe: purpose
import { useEffect, useState } from 'react';

export function Session({ load }) {
  const [session, setSession] = useState(null);
  useEffect(() => {
    load().then((found) => {
      console.log(found.accessToken);
      setSession(found);
    });
  }, [load]);
  return <p>{session ? 'signed in' : 'signed out'}</p>;
}
