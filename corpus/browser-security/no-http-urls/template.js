export const url = (host) => `http://${host}:8080/status`;
//                           ^^^^^^^^^^ insecureHttpWithException
