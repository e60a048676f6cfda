import { jwtDecode } from 'jwt-decode';
import { useMemo } from 'react';

export function useRole(token) {
  return useMemo(() => (token ? jwtDecode(token).role : 'guest'), [token]);
//                              ^^^^^^^^^^^^^^^^ decodeWithoutVerify
}

export function AdminOnly({ token, children }) {
  const role = useRole(token);
  return role === 'admin' ? <section>{children}</section> : null;
}
