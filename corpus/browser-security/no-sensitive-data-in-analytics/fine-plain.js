analytics.track('Signed up', { plan: user.plan, id: user.id });
