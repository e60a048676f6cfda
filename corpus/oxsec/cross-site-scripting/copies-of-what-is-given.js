import clone from 'clone';
import fclone from 'fclone';
import sortKeys from 'sort-keys';
import jsonCycle from 'json-cycle';
import lodash from 'lodash';
import clonedeep from 'lodash.clonedeep';
import underscore from 'underscore';
import rfdc from 'rfdc';
import cloneDeep from 'clone-deep';
import deepcopy from 'deepcopy';
import { fromJS } from 'immutable';
import assign from 'object-assign';

const given = { name: decodeURIComponent(location.hash.slice(1)) };

document.body.innerHTML = clone(given).name;
//@1 crossSiteScripting
document.body.innerHTML = fclone(given).name;
//@1 crossSiteScripting
document.body.innerHTML = sortKeys(given).name;
//@1 crossSiteScripting
document.body.innerHTML = jsonCycle.decycle(given).name;
//@1 crossSiteScripting
document.body.innerHTML = jsonCycle.retrocycle(given).name;
//@1 crossSiteScripting
document.body.innerHTML = lodash.clone(given).name;
//@1 crossSiteScripting
document.body.innerHTML = lodash.cloneDeep(given).name;
//@1 crossSiteScripting
document.body.innerHTML = clonedeep(given).name;
//@1 crossSiteScripting
document.body.innerHTML = _.clone(given).name;
//@1 crossSiteScripting
document.body.innerHTML = _.cloneDeep(given).name;
//@1 crossSiteScripting
document.body.innerHTML = underscore.clone(given).name;
//@1 crossSiteScripting
document.body.innerHTML = rfdc()(given).name;
//@1 crossSiteScripting
document.body.innerHTML = cloneDeep(given).name;
//@1 crossSiteScripting
document.body.innerHTML = deepcopy(given).name;
//@1 crossSiteScripting
document.body.innerHTML = fromJS(given).name;
//@1 crossSiteScripting
document.body.innerHTML = assign(given, { age: 3 }).name;
//@1 crossSiteScripting
document.body.innerHTML = lodash.identity(given.name);
//@1 crossSiteScripting
document.body.innerHTML = lodash.toString(given.name);
//@1 crossSiteScripting
document.body.innerHTML = lodash.trim(given.name);
//@1 crossSiteScripting
document.body.innerHTML = _.trim(given.name);
//@1 crossSiteScripting
document.body.innerHTML = structuredClone(given).name;
//@1 crossSiteScripting
