angular.module('shop', []).controller('Back', function ($location, $window) {
  $location.url($location.search().to);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
  $window.open($location.search().to);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
});
