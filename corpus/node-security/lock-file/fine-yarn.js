// options: {"packageManager": "yarn"}
// A yarn.lock stands in the folder of this file.
import express from 'express';

const app = express();

app.get('/', (req, res) => res.send('ok'));
app.listen(3000);
