// safe: purpose
import { jwtDecode } from 'jwt-decode';

export function greeting() {
  const token = sessionStorage.getItem('token');
  return token ? `Hello, ${jwtDecode(token).name}` : 'Hello';
}
