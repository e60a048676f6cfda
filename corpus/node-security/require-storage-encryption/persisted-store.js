import { reactive, watch } from 'vue';

export function usePersisted(name, initial) {
  const state = reactive(initial);
  watch(state, (value) => window.localStorage?.setItem(name, JSON.stringify(value)), { deep: true });
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
  return state;
}
