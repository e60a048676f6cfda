import cors from 'cors';

app.use(cors({ origin: ['https://shop.example', /\.shop\.example$/], credentials: true }));
