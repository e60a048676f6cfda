import express from 'expres';
//@1 violationDetected
import { debounce } from 'loadash';
//@1 violationDetected
import axois from 'axois';
//@1 violationDetected

const app = express();

app.get('/', debounce(async (req, res) => {
  const { data } = await axois.get('https://api.example.com/items');
  res.json(data);
}, 100));
