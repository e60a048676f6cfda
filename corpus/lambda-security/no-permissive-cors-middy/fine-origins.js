import httpCors from '@middy/http-cors';

export const handler = middy(answer).use(httpCors({ origins: ['https://shop.example'] }));
