import httpCORS from '@middy/http-cors';

export const open = httpCORS({ origins: ['https://shop.example', '*'] });
//                                                               ^^^ permissiveCors
