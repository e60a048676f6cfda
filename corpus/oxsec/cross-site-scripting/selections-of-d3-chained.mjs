import * as d3 from 'd3';
import { select } from 'd3-selection';
const hash = decodeURIComponent(location.hash.slice(1));

d3.select('#a').append('p').html(hash);
//@1 crossSiteScripting
d3.selectAll('.a').html(hash);
//@1 crossSiteScripting
select('#a').html(hash);
//@1 crossSiteScripting
d3.select('#a').call((selection) => selection.html(hash));
//                                  ^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
