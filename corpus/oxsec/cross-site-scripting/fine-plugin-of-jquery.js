(function ($) {
  $.fn.badge = function (options) {
    const settings = $.extend({ label: 'new' }, options);
    return this.each(function () {
      $(this).append($('<i>').text(settings.label));
    });
  };
})(jQuery);
