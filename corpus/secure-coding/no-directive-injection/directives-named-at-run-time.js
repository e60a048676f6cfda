import Vue from 'vue';
import { directive } from './angular.js';

export function register(userDirective, definition) {
  Vue.directive(userDirective, { bind: definition });
//              ^^^^^^^^^^^^^ unsafeDirectiveName
  directive(userDirective, () => definition);
//          ^^^^^^^^^^^^^ dynamicDirectiveCreation
}
