analytics.track('Signed up', { 'email': hash(user.email), ...rest });
