import { connect } from './redux.js';

export const View = connect((state) => ({ name: state.name }));
