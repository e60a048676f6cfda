import Handlebars from 'handlebars';
import { unsafeHTML } from 'lit/directives/unsafe-html';
import { unsafeHTML as unsafeJs } from 'lit/directives/unsafe-html.js';
import { unsafeHTML as unsafeOld } from 'lit-html/directives/unsafe-html';
import createNodesFromMarkup from 'fbjs/lib/createNodesFromMarkup';
import Ember from 'ember';
import { htmlSafe } from '@ember/template';
import parse from 'react-html-parser';
const name = decodeURIComponent(location.hash.slice(1));

new Handlebars.SafeString(`<b>${name}</b>`);
//@1 crossSiteScripting
unsafeHTML(`<b>${name}</b>`);
//@1 crossSiteScripting
unsafeJs(`<b>${name}</b>`);
//@1 crossSiteScripting
unsafeOld(`<b>${name}</b>`);
//@1 crossSiteScripting
createNodesFromMarkup(`<b>${name}</b>`);
//@1 crossSiteScripting
Ember.String.htmlSafe(`<b>${name}</b>`);
//@1 crossSiteScripting
htmlSafe(`<b>${name}</b>`);
//@1 crossSiteScripting
parse(`<b>${name}</b>`);
//@1 crossSiteScripting
