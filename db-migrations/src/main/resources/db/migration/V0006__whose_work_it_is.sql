-- Several compute hosts may share a database: each does the work of its own nodes and messages.
-- Deployments without a node, and messages, belong to the first host that starts after this.

alter table deployments add column host varchar(255) null;
update deployments set host =
  (select service_host from bm_nodes where bm_nodes.id = deployments.node_id);

-- Nodes that could not be made ready for the deployment, by number.
alter table deployments add column tried varchar(255) null;

-- Each host makes the rows of its own deployments anew when it starts.
delete from scheduled_tasks where task_name = 'provision';

alter table received_messages add column host varchar(255) not null default '';
alter table received_messages drop primary key;
alter table received_messages add primary key (unique_id, host);
