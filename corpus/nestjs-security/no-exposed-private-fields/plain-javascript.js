class CardModel {
  number = '';
  cvv = '';
//^^^^^^^^^ exposedField
  static Pin = 0;
//^^^^^^^^^^^^^^^ exposedField
}

export default CardModel;
