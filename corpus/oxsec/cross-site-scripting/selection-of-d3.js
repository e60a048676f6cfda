import * as d3 from 'd3';

function run() {
  const label = new URLSearchParams(location.search).get('label');
  d3.select('#chart').attr('width', 300).html(label);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  d3.select('#legend').text(label);
}

run();
