import cors from 'cors';

const origins = ['https://shop.example', 'https://admin.shop.example'];

export const middleware = cors({ origin: origins, credentials: true });
