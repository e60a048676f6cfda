import _ from 'lodash4';
//@1 violationDetected
import http from 'axios2';
//@1 violationDetected

export async function names(url) {
  const { data } = await http.get(url);
  return _.uniq(_.map(data, 'name'));
}
