// options: {"allowInTests": true}
// filename: api.test.js
const app = express();
app.use(cors({ origin: true, credentials: true }));
