-- One node is plugged in a switch port, so that nobody moves the port of another. A deleted node is
-- plugged in nowhere. Where this fails, two nodes name the same port: delete the one that is wrong.
update bm_nodes set switch_port = null where deleted = 1;
create unique index bm_nodes_switch_port_ux on bm_nodes (switch_id, switch_port);
