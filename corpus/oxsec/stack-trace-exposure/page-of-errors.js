class ErrorPages {
  show(err, req, res, next) {
    if (res.headersSent) return next(err);
    res.status(err.status || 500).render('error', { title: 'Error', trace: err.stack });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stackTraceExposure
  }
}

module.exports = new ErrorPages().show;
