// options: {"packageManager": "yarn"}
import { useState } from 'react';

export function Toggle({ children }) {
  const [open, setOpen] = useState(false);
  return <button onClick={() => setOpen(!open)}>{open ? children : '…'}</button>;
}
