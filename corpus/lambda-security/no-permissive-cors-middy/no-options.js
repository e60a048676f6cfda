import middy from '@middy/core';
import httpCors from '@middy/http-cors';

export const handler = middy(answer).use(httpCors());
//                                       ^^^^^^^^^^ permissiveCors
