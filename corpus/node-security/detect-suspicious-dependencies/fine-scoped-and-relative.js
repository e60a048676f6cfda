import { render } from '@reac/dom';
import { Expres } from './expres';
import lodahs from '../lodahs.js';

export const app = new Expres(lodahs);

export const start = () => render(app, document.body);
