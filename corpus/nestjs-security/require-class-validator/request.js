export class SearchRequest {
  text = '';
//^^^^^^^^^^ missingValidator
  static limit = 50;
//^^^^^^^^^^^^^^^^^^ missingValidator
}
