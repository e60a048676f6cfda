import Vue from 'vue';
import { compile, computed, h } from 'vue';
import { useRoute } from 'vue-router';

export default {
  methods: {
    show() {
      document.body.innerHTML = this.$route.query.name;
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      document.body.innerHTML = this.$route.params.name;
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      document.body.innerHTML = decodeURIComponent(this.$route.hash);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      document.body.innerHTML = decodeURIComponent(this.$route.fullPath);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      new Vue({ template: `<p>${this.$route.query.name}</p>` });
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    },
  },
  setup() {
    const route = useRoute();
    const title = computed(() => `<b>${route.query.name}</b>`);
    document.body.innerHTML = route.query.name;
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    document.body.innerHTML = route.params.name;
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    document.body.innerHTML = decodeURIComponent(route.hash);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    document.body.innerHTML = title;
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    Vue.component('greeting', { template: `<p>${route.query.name}</p>` });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    compile(`<p>${route.query.name}</p>`);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    return () => h('p', { innerHTML: route.query.name });
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  },
};
