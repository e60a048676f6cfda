class TeamController {
  constructor(teams) {
    this.teams = teams;
  }

  async add(req, res) {
    const team = await this.teams.get(req.params.team);
    team.grantAccess(req.body.member, req.body.kind);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ privilegeEscalation
    await promoteToOwner(team.id, ...req.body.owners);
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ privilegeEscalation
    res.sendStatus(204);
  }

  async remove(req, res) {
    await this.teams.updateRole(req.params.member, 'none');
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ privilegeEscalation
    res.sendStatus(204);
  }
}
