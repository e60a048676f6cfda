import cors from 'cors';
import { corsOptions } from './config.js';

app.use(cors(corsOptions));
app.use('/public', cors());
