import { RedisClient } from './redis.js';

export const redis = new RedisClient({ accessKeyId: 'AKIAQ3EGRZ7XEXAMPLE1' });
export const s3 = new S3({ accessKeyId: 'AKIAQ3EGRZ7XEXAMPLE1' });
