import { doubleCsrf } from 'csrf-csrf';

const { doubleCsrfProtection } = doubleCsrf({ getSecret });

app.use(express.json(), doubleCsrfProtection);
app.post('/transfer', transfer);
