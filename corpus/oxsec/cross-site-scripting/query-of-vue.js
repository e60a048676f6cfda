import { h } from 'vue';

export default {
  render() {
    return h('section', { innerHTML: this.$route.query.intro });
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  },
};
