import middy from '@middy/core';
import validator from '@middy/validator';

export const wrap = (handler) => middy(handler).use(validator({ eventSchema }));
export const handler = wrap(async (event) => save(event.body, event.headers));
