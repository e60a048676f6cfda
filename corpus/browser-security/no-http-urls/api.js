const API = 'http://api.example.com/v1';
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureHttpWithException
export const list = () => fetch(`${API}/orders`);
