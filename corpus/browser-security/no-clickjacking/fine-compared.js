export const isFramed = () => window.top !== window || window.location == parent.location;
window.location.href = '/login';
