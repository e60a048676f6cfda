// filename: s3.test.js
const s3 = new S3Client({ credentials: { accessKeyId: 'AKIAQ3EGRZ7XEXAMPLE1', secretAccessKey: 'x'.repeat(40) } });
