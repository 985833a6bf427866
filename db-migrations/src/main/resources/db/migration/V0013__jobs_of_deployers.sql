-- A deployer's job: its order, encrypted, and a text that only the deployer reads; beside it what the
-- service has to know, which is who made it and whether it needs its host. Jobs that are under way are
-- refused before this; what is left over of former ones holds nothing that is used again.
create table deploy_jobs (
  deployment varchar(36) not null,
  deployer varchar(64) not null,
  payload mediumblob not null,
  state text not null,
  bound_to_host tinyint(1) not null,
  version bigint not null,
  primary key (deployment)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

create table deploy_job_macs (
  mac varchar(17) not null,
  deployment varchar(36) not null,
  primary key (mac),
  key deploy_job_macs_deployment_idx (deployment)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

drop table deploy_order_macs;
drop table deploy_orders;

-- The deployer that a node names, and how it boots its ramdisk; null for the usual ones.
alter table node_details add column deploy_interface varchar(64) null;
alter table node_details add column boot_interface varchar(64) null;
