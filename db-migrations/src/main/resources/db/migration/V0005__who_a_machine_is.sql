-- What the deployer keeps of a machine that boots: the boot files it gave to whom, what it sent; and
-- what an operator should know beside that. Machines that boot meanwhile keep their secret.
alter table deploy_orders add column dossier varchar(4000) null;
alter table deploy_orders add column note varchar(2000) null;
update deploy_orders set dossier = concat('secret ', boot_secret_digest, ' ', peer_address)
  where boot_secret_digest is not null and peer_address is not null;
alter table deploy_orders drop column boot_secret_digest;
