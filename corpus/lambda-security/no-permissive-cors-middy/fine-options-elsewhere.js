import cors from '@middy/http-cors';

const options = { origin: '*' };

export const handler = middy(answer).use(cors(options)).use(cors({ ...options }));
