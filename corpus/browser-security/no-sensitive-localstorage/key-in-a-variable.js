const AUTH_KEY = 'shop:user';

export const save = (user) => localStorage.setItem(AUTH_KEY, JSON.stringify(user));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitiveLocalStorage
