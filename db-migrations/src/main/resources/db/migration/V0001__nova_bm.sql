-- The bare-metal database of OpenStack Nova 2014.1 at its schema version 10.
-- A database made by those tools is taken over as it is and starts behind this file.

create table bm_nodes (
  created_at datetime null,
  updated_at datetime null,
  deleted_at datetime null,
  deleted tinyint(1) null,
  id int not null auto_increment,
  cpus int null,
  memory_mb int null,
  local_gb int null,
  pm_address varchar(255) null,
  pm_user varchar(255) null,
  pm_password varchar(255) null,
  service_host varchar(255) null,
  instance_uuid varchar(36) null,
  task_state varchar(255) null,
  terminal_port int null,
  image_path varchar(255) null,
  pxe_config_path varchar(255) null,
  deploy_key varchar(255) null,
  root_mb int null,
  swap_mb int null,
  uuid varchar(36) null,
  instance_name varchar(255) null,
  ephemeral_mb int null,
  preserve_ephemeral tinyint(1) null default 0,
  primary key (id),
  unique key uuid_ux (uuid),
  key idx_service_host_deleted (service_host, deleted),
  key idx_instance_uuid_deleted (instance_uuid, deleted),
  key idx_bm_nodes_hmcld (service_host, memory_mb, cpus, local_gb, deleted),
  key deploy_key_idx (deploy_key)
) engine=InnoDB default charset=utf8mb4;

create table bm_interfaces (
  created_at datetime null,
  updated_at datetime null,
  deleted_at datetime null,
  deleted tinyint(1) null,
  id int not null auto_increment,
  bm_node_id int null,
  address varchar(255) null,
  datapath_id varchar(255) null,
  port_no int null,
  vif_uuid varchar(36) null,
  primary key (id),
  unique key bm_interfaces_address_ux (address),
  unique key bm_interfaces_vif_uuid_ux (vif_uuid),
  key idx_bm_interfaces_bm_node_id_deleted (bm_node_id, deleted)
) engine=InnoDB default charset=utf8mb4;
