// options: {"assumeRateLimiting": true}
const app = express();

// The gateway in front limits requests.
app.post('/login', login);
