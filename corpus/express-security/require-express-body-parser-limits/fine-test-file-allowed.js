// options: {"allowInTests": true}
// filename: server.test.js
const app = express();
app.use(express.json());
