// filename: handler.spec.js
const handler = middy(answer).use(httpCors());
